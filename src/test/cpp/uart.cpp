// A device on a serial cable:  uart LINK BAUD
//
// Makes a pseudo-terminal, names its computer's end LINK, and sends what comes on standard input, bit by bit at BAUD: if the
// computer has set its end to the same rate, it gets the bytes; if not, it gets what a receiver at its rate makes of the
// same ups and downs of the wire. A pseudo-terminal knows no parity, so there is none. "ready" is written once the end can be opened.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

static unsigned rateOf(speed_t speed) {
  switch (speed) {
    case B1200: return 1200;
    case B2400: return 2400;
    case B4800: return 4800;
    case B9600: return 9600;
    case B19200: return 19200;
    case B38400: return 38400;
    case B57600: return 57600;
    case B115200: return 115200;
    case B230400: return 230400;
    default: return 250000;
  }
}

// The bits of bytes sent without a pause, and of the quiet line after them.
static std::vector<bool> bitsOf(const unsigned char *bytes, size_t count) {
  std::vector<bool> bits;
  for (size_t i = 0; i < count; i++) {
    bits.push_back(false);
    for (int bit = 0; bit < 8; bit++) {
      bits.push_back((bytes[i] >> bit) & 1);
    }
    bits.push_back(true);
  }
  return bits;
}

// What a receiver at another rate reads: from each falling edge on, the middle of each of its own bits. A byte without a
// stop bit is read as 0, as Linux does unless told otherwise.
static std::vector<unsigned char> heard(const std::vector<bool> &bits, double sent, double read) {
  auto at = [&](double seconds) {
    size_t i = (size_t)std::floor(seconds * sent);
    return i >= bits.size() || bits[i];
  };
  std::vector<unsigned char> bytes;
  double end = bits.size() / sent;
  double step = 1 / (16 * read);
  for (double t = 0; t < end;) {
    if (at(t)) {
      t += step;
      continue;
    }
    unsigned char byte = 0;
    double middle = t + 1.5 / read;
    for (int bit = 0; bit < 8; bit++, middle += 1 / read) {
      byte |= (unsigned char)(at(middle) << bit);
    }
    bytes.push_back(at(middle) ? byte : 0);
    t = middle;
    while (!at(t) && t < end) {
      t += step;
    }
  }
  return bytes;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: uart LINK BAUD\n");
    return 2;
  }
  int port = posix_openpt(O_RDWR | O_NOCTTY);
  if (port < 0 || grantpt(port) != 0 || unlockpt(port) != 0) {
    perror("pseudo-terminal");
    return 1;
  }
  int keep = open(ptsname(port), O_RDWR | O_NOCTTY);  // Without it a port that nobody has open yet reports an error.
  termios settings;
  tcgetattr(keep, &settings);
  cfmakeraw(&settings);
  tcsetattr(keep, TCSANOW, &settings);
  unlink(argv[1]);
  if (symlink(ptsname(port), argv[1]) != 0) {
    perror(argv[1]);
    return 1;
  }
  puts("ready");
  fflush(stdout);
  unsigned baud = (unsigned)atoi(argv[2]);
  unsigned char buffer[256];
  ssize_t count;
  while ((count = read(STDIN_FILENO, buffer, sizeof buffer)) > 0) {
    tcgetattr(port, &settings);
    unsigned computer = rateOf(cfgetospeed(&settings));
    std::vector<unsigned char> bytes = heard(bitsOf(buffer, (size_t)count), baud, computer);
    if (!bytes.empty() && write(port, bytes.data(), bytes.size()) < 0) {
      perror("port");
      return 1;
    }
  }
  unlink(argv[1]);
  return 0;
}
