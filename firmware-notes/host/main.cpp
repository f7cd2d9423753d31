// Runs a sketch on a computer:  sketch WAVE PORT PPM
//
//   WAVE   what the analog pin sees: signed 16-bit numbers, low byte first, 10000 a second
//   PORT   where the bytes of the serial port go, such as one end of a pseudo-terminal
//   PPM    how much too fast the board's crystal runs, in millionths
//
// Each line on standard input is a number of true microseconds; the board runs for that long, and then "done" is written.
// The end of the input ends the program.

#include "Arduino.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

static const int64_t WAVE_STEP_NS = 100000;
static const int64_t BUFFER_BYTES = 64;

static std::vector<int16_t> wave;
static int64_t nowNs = 0;
static int64_t ppm = 0;
static int port = -1;
static int64_t byteNs = 0;
static int64_t sentNs = 0;  // When the last byte in the buffer will have left.

SerialPort Serial;

unsigned long micros() {
  nowNs += 4000;
  int64_t boardUs = (nowNs + nowNs / 1000 * ppm / 1000) / 1000;
  return (uint32_t)(boardUs & ~(int64_t)3);
}

int analogRead(int) {
  size_t at = (size_t)(nowNs / WAVE_STEP_NS);
  nowNs += 112000;
  return wave[at < wave.size() ? at : wave.size() - 1];
}

void SerialPort::begin(unsigned long baud) {
  byteNs = 10 * 1000000000LL / (int64_t)baud;
}

size_t SerialPort::write(const byte *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (sentNs < nowNs) {
      sentNs = nowNs;
    }
    sentNs += byteNs;
    if (sentNs - nowNs > BUFFER_BYTES * byteNs) {
      nowNs = sentNs - BUFFER_BYTES * byteNs;
    }
  }
  size_t done = 0;
  while (done < count) {
    ssize_t written = ::write(port, bytes + done, count - done);
    if (written < 0 && errno != EINTR && errno != EAGAIN) {
      perror("port");
      exit(1);
    }
    done += written > 0 ? (size_t)written : 0;
  }
  return count;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: sketch WAVE PORT PPM\n");
    return 2;
  }
  FILE *file = fopen(argv[1], "rb");
  if (file == nullptr) {
    perror(argv[1]);
    return 1;
  }
  uint8_t pair[2];
  while (fread(pair, 1, 2, file) == 2) {
    wave.push_back((int16_t)(pair[0] | pair[1] << 8));
  }
  fclose(file);
  port = open(argv[2], O_WRONLY | O_NOCTTY);
  if (port < 0 || wave.empty()) {
    perror(argv[2]);
    return 1;
  }
  ppm = atoll(argv[3]);

  long long forUs;
  int64_t untilNs = 0;
  bool started = false;
  while (scanf("%lld", &forUs) == 1) {
    untilNs += forUs * 1000;
    if (!started) {
      setup();
      started = true;
    }
    while (nowNs < untilNs) {
      loop();
    }
    puts("done");
    fflush(stdout);
  }
  close(port);
  return 0;
}
