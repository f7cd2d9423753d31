// Reads an XDF file with libxdf and prints what it holds: a line per stream and event, cells parted by tabs.
#include <cstdio>
#include <xdf.h>

int main(int argc, char **argv) {
  Xdf xdf;
  if (argc != 2 || xdf.load_xdf(argv[1]) != 0) return 1;
  std::printf("file\t%.1f\t%zu\n", xdf.version, xdf.streams.size());
  for (auto &s : xdf.streams) {
    double sum = 0;
    for (auto &channel : s.time_series)
      for (size_t i = 0; i < channel.size(); i++)
        if (channel[i] == channel[i]) sum += channel[i] * (1 + i % 7);
    std::printf("stream\t%s\t%s\t%d\t%.6g\t%zu\t%.6f\t%.6f\t%zu\t%.9g\n", s.info.name.c_str(), s.info.type.c_str(),
                s.info.channel_count, s.info.nominal_srate, s.time_stamps.size(),
                s.time_stamps.empty() ? 0 : s.time_stamps.front(), s.time_stamps.empty() ? 0 : s.time_stamps.back(),
                s.info.clock_offsets.size() + s.clock_times.size(), sum);
  }
  for (auto &event : xdf.eventMap) std::printf("event\t%.6f\t%s\n", event.first.second, event.first.first.c_str());
  return 0;
}
