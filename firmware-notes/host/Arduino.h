// A thin stand-in for the Arduino core, to run a sketch on a computer. Time is counted, not measured, so a run can be
// repeated exactly; see main.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

typedef uint8_t byte;

const int A0 = 14;

// Microseconds since the start, by the board's crystal, in steps of 4 as on a 16 MHz board. Asking takes 4 us.
unsigned long micros();

// Reads the pin; the value is that of the moment of the call, and the reading takes 112 us.
int analogRead(int pin);

// The serial port with a buffer of 64 bytes: who writes more has to wait until there is room.
struct SerialPort {
  void begin(unsigned long baud);
  size_t write(const byte *bytes, size_t count);
};
extern SerialPort Serial;

void setup();
void loop();
