// Reference firmware for a pulse sensor with an analog output, speaking the line protocol of line-protocol.md.
//
// It reads the sensor 500 times a second and sends the samples with the time of this board, or finds the beats here and
// sends those (SEND_BEATS 1). Samples are the better choice: Soothe then judges the quality of every beat.
//
// Boards: Uno, Nano, Mega, Leonardo, Zero, Nano 33, ESP32, RP2040. On an ESP8266 set RATE_HZ to 250: reading its only analog
// pin more often disturbs its radio.

#ifndef SEND_BEATS
#define SEND_BEATS 0
#endif

const uint32_t BAUD = 115200;
const int PULSE_PIN = A0;
const char NAME[] = "soothe_pulse";

const uint32_t RATE_HZ = 500;
const uint32_t PERIOD_US = 1000000UL / RATE_HZ;

// Five samples make a line of at most 60 bytes, also where they have six digits. The smallest boards hold 64 bytes until they are
// sent; a longer line would make the program wait, and the next sample would be late.
const byte PER_LINE = 5;
// Other lines go out when three samples of a line are there: the line before has nearly left by then.
const byte OTHER_LINES_AT = 3;
const uint32_t HELLO_EVERY_US = 2000000UL;

uint16_t sequence = 0;
uint32_t nextUs;
uint32_t helloUs;

int32_t sample[PER_LINE];  // An int of the small boards holds 16 bits, too few for a MAX30102.
byte samples = 0;
uint32_t lineUs;

// ---- Lines ---------------------------------------------------------------------------------------------------------

char text[80];
byte length;

void put(char c) {
  text[length++] = c;
}

void putNumber(int32_t value) {
  char digits[12];
  byte count = 0;
  if (value < 0) {
    put('-');
    value = -value;
  }
  uint32_t rest = value;
  do {
    digits[count++] = '0' + rest % 10;
    rest /= 10;
  } while (rest > 0);
  while (count > 0) {
    put(digits[--count]);
  }
}

void putUnsigned(uint32_t value) {
  if (value > 2147483647UL) {  // Too large for a signed number: the last digit apart.
    putNumber(value / 10);
    put('0' + value % 10);
  } else {
    putNumber(value);
  }
}

// CRC-16, polynomial 0x1021, start 0xFFFF, of what stands between $ and *.
uint16_t check() {
  uint16_t crc = 0xFFFF;
  for (byte i = 1; i < length; i++) {
    crc ^= (uint16_t)(byte)text[i] << 8;
    for (byte bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1;
    }
    crc &= 0xFFFF;
  }
  return crc;
}

void beginLine(char kind, uint32_t timeUs) {
  length = 0;
  put('$');
  put(kind);
  put(',');
  putUnsigned(sequence);
  put(',');
  putUnsigned(timeUs);
  sequence = (sequence + 1) & 0xFFFF;
}

void endLine() {
  uint16_t crc = check();
  put('*');
  for (int shift = 12; shift >= 0; shift -= 4) {
    put("0123456789ABCDEF"[(crc >> shift) & 0xF]);
  }
  put('\n');
  Serial.write((const byte *)text, length);
}

void sendHello(uint32_t timeUs) {
  beginLine('H', timeUs);
  put(',');
  putUnsigned(RATE_HZ);
  put(',');
  for (byte i = 0; NAME[i] != 0; i++) {
    put(NAME[i]);
  }
  endLine();
  helloUs = timeUs;
}

void sendSamples() {
  beginLine('S', lineUs);
  for (byte i = 0; i < samples; i++) {
    put(',');
    putNumber(sample[i]);
  }
  endLine();
}

// ---- Beats found here ----------------------------------------------------------------------------------------------

// The slope of the wave is the sum of the last 8 samples less that of the 8 before. A beat is the middle of the time during
// which the slope is above half of its greatest, each end placed between two samples; the top itself is flat, and noise would
// move it by several milliseconds.
const byte HALF = 8;
const uint32_t SHORTEST_US = 300000UL;
const uint32_t LONGEST_US = 2500000UL;
const int32_t LEAST_SLOPE = 8 * 4;
// Two seconds to see how steep this wave is, before anything counts as a beat.
uint16_t samplesToLearn = 2 * RATE_HZ;

int recent[2 * HALF];
byte recentAt = 0;
byte recentCount = 0;
// The last slopes, as many as a rise may take: 64 are 128 ms.
const byte SLOPES = 64;
int16_t slopes[SLOPES];
byte slopesAt = 0;

int32_t level = 0;
bool rising = false;
int32_t steepest;
uint32_t lastBeatUs = 0;
uint32_t lastIntervalUs = 0;
bool beatKnown = false;

bool beatReady = false;
uint32_t beatUs;
uint32_t intervalUs;

int32_t slopeWith(int value) {
  recent[recentAt] = value;
  recentAt = (recentAt + 1) % (2 * HALF);
  if (recentCount < 2 * HALF) {
    recentCount++;
    return 0;
  }
  int32_t slope = 0;
  for (byte i = 0; i < 2 * HALF; i++) {
    int one = recent[(recentAt + i) % (2 * HALF)];
    slope += i < HALF ? -one : one;
  }
  return slope;
}

void beatAt(uint32_t timeUs) {
  uint32_t sinceUs = timeUs - lastBeatUs;
  if (beatKnown && sinceUs <= LONGEST_US) {
    beatReady = true;
    beatUs = timeUs;
    intervalUs = sinceUs;
    lastIntervalUs = sinceUs;
  } else {
    lastIntervalUs = 0;
  }
  lastBeatUs = timeUs;
  beatKnown = true;
}

int32_t slopeAgo(byte count) {
  return slopes[(slopesAt + SLOPES - 1 - count) % SLOPES];
}

// How long ago the slope was at a height, between the sample that is so many ago and the one before it.
uint32_t ageUs(byte count, int32_t height) {
  int32_t after = slopeAgo(count);
  int32_t before = slopeAgo(count + 1);
  uint32_t part = after == before ? 0 : (height - after) * (int32_t)PERIOD_US / (before - after);
  return count * PERIOD_US + part;
}

// Called when the slope has just fallen below half of its greatest: how long ago it was in the middle above that half.
uint32_t middleUs() {
  int32_t half = steepest / 2;
  byte count = 1;
  while (count < SLOPES - 2 && slopeAgo(count + 1) > half) {
    count++;
  }
  return (ageUs(0, half) + ageUs(count, half)) / 2;
}

void lookForBeat(int value, uint32_t timeUs) {
  int32_t slope = slopeWith(value);
  slopes[slopesAt] = slope;
  slopesAt = (slopesAt + 1) % SLOPES;
  if (samplesToLearn > 0) {
    samplesToLearn--;
    if (slope > level) {
      level = slope;
    }
    return;
  }
  level -= level / 1024;
  uint32_t refractoryUs = lastIntervalUs / 5 * 3;
  if (refractoryUs < SHORTEST_US) {
    refractoryUs = SHORTEST_US;
  }
  bool mayBeat = !beatKnown || timeUs - lastBeatUs > refractoryUs;
  if (!rising && mayBeat && slope > LEAST_SLOPE && slope > level / 2) {
    rising = true;
    steepest = 0;
  }
  if (rising) {
    if (slope > steepest) {
      steepest = slope;
    }
    if (slope < steepest / 2) {
      rising = false;
      if (steepest > level) {
        level = steepest;
      }
      beatAt(timeUs - middleUs() - HALF * PERIOD_US);
    }
  }
}

void sendBeat() {
  beginLine('B', beatUs);
  put(',');
  putUnsigned(intervalUs);
  endLine();
  beatReady = false;
}

// ---- The program ---------------------------------------------------------------------------------------------------

void setup() {
  Serial.begin(BAUD);
  nextUs = micros();
  sendHello(nextUs);
}

void loop() {
  uint32_t nowUs = micros();
  if ((int32_t)(nowUs - nextUs) < 0) {
    return;
  }
  int32_t value = analogRead(PULSE_PIN);
  if (nowUs - nextUs > PERIOD_US) {  // Something held us up for longer than a sample: the line ends here.
    if (samples > 0 && !SEND_BEATS) {
      sendSamples();
    }
    samples = 0;
    nextUs = nowUs;
  }
  if (samples == 0) {
    lineUs = nextUs;
  }
  sample[samples++] = value;
  if (SEND_BEATS) {
    lookForBeat(value, nextUs);
  }
  nextUs += PERIOD_US;
  if (samples == OTHER_LINES_AT) {
    if (beatReady) {
      sendBeat();
    } else if (nowUs - helloUs >= HELLO_EVERY_US) {
      sendHello(nowUs);
    }
  }
  if (samples == PER_LINE) {
    if (!SEND_BEATS) {
      sendSamples();
    }
    samples = 0;
  }
}
