#!/usr/bin/env python3
"""Reads a session file as docs/session-format.md describes it, and nothing else of Soothe.

usage: read-session.py FILE      one JSON array per line: events, then a count of what else is there
"""
import json
import struct
import sys
import zlib

CRC_TABLE = []
for i in range(256):
    value = i
    for _ in range(8):
        value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
    CRC_TABLE.append(value)

EVENTS = {1: "RrPacket", 2: "Waveform", 3: "SensorIdentity", 4: "SensorStatus", 5: "BatteryLevel",
          6: "EnergyExpended", 7: "Marker", 8: "PhaseStart", 9: "SelfReport", 10: "PacerSetting",
          11: "TimePassed"}


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC_TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


class Cbor:
    """The few kinds of CBOR items that a session file has."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def more(self):
        return self.at < len(self.data)

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def item(self):
        first = self.take(1)[0]
        major, small = first >> 5, first & 31
        if major == 7:
            return self.simple(small)
        length = small if small < 24 else int.from_bytes(self.take(1 << (small - 24)), "big")
        if major == 0:
            return length
        if major == 1:
            return -1 - length
        if major == 2:
            return bytes(self.take(length))
        if major == 3:
            return self.take(length).decode("utf-8")
        if major == 4:
            return [self.item() for _ in range(length)]
        raise ValueError("CBOR major type %d" % major)

    def simple(self, small):
        if small == 26:
            return struct.unpack(">f", self.take(4))[0]
        if small == 27:
            return struct.unpack(">d", self.take(8))[0]
        return {20: False, 21: True, 22: None}[small]

    def all(self):
        while self.more():
            yield self.item()


def unpack_samples(packed):
    values, value, folded, shift = [], 0, 0, 0
    for byte in packed:
        folded |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            value += (folded >> 1) ^ -(folded & 1)
            value = (value + 2**31) % 2**32 - 2**31
            values.append(value)
            folded = shift = 0
    return values


def blocks(data):
    """Yields type and payload of each sound block; stops where the file ends early."""
    header = next((data[at:at + 64] for at in (0, 64) if crc32c(data[at:at + 60]) == int.from_bytes(data[at + 60:at + 64], "big")), None)
    if header is None or header[:8] != b"\x89SOOTHE\n":
        raise SystemExit("not a session file, or its header is damaged")
    version, flags = struct.unpack(">HH", header[8:12])
    if version != 1:
        raise SystemExit("version %d is not known here" % version)
    if flags & 1:
        raise SystemExit("the file is sealed")
    at, expected = 128, 0
    while at + 32 <= len(data) and data[at:at + 4] == b"SBLK":
        block = data[at:at + 32]
        tag, length, kind, bits, _, sequence, payload_crc, header_crc = struct.unpack(">4sIBBHQII", block[4:])
        payload = data[at + 32:at + 32 + length]
        if crc32c(block[:28]) != header_crc or tag != header[16:20] or sequence != expected:
            raise SystemExit("damaged block header at byte %d" % at)
        if len(payload) < length:
            break
        if crc32c(payload) != payload_crc:
            raise SystemExit("damaged block at byte %d" % at)
        if bits & 1:
            size = int.from_bytes(payload[:4], "big")
            payload = zlib.decompress(payload[4:])
            assert len(payload) == size
        yield kind, payload
        at += 32 + length
        expected += 1


def event(record):
    name, values = EVENTS[record[0]], record[1:]
    if name == "Waveform":
        values = values[:4] + [unpack_samples(values[4])]
    return [name] + values


def main(path):
    with open(path, "rb") as file:
        data = file.read()
    paths, state, snapshots, reports, ended = [], {}, 0, 0, False
    for kind, payload in blocks(data):
        if kind == 6:
            ended = True
        if kind != 3:
            continue
        for record in Cbor(payload).all():
            code = record[0]
            if code in EVENTS:
                print(json.dumps(event(record)))
            elif code == 36:
                paths, state = [], {}
            elif code == 32:
                assert record[1] == len(paths)
                paths.append(record[2])
            elif code == 33:
                snapshots += 1
                for number, value in zip(record[1::2], record[2::2]):
                    name = paths[number]
                    if name not in state or state[name] != value:
                        state = {k: v for k, v in state.items() if not k.startswith(name + ".")}
                    state[name] = value
            elif code == 34:
                reports += 1
    print(json.dumps(["end", {"snapshots": snapshots, "reports": reports, "ended": ended, "last": state}], sort_keys=True))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    try:
        main(sys.argv[1])
    except BrokenPipeError:
        sys.stderr.close()  # whoever reads has seen enough
