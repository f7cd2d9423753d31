package org.soothe.sensor.serial;

/** The protocols that are known by their bytes. */
public enum SerialProtocol {
    /** Our own lines, with the device's time, numbers and checksums. */
    SOOTHE("Soothe line protocol", Double.NaN, 0, 2),
    /** Nonin's five-byte frames with an eight-bit wave. */
    NONIN_2("Nonin oximeter, format 2", 75, 0, 25),
    /** Nonin's five-byte frames with a sixteen-bit wave. */
    NONIN_7("Nonin oximeter, format 7", 75, 0, 25),
    /** Contec's five-byte frames. */
    CONTEC("Contec oximeter", 60, 0, 30),
    /** PulseSensor Playground's lines with a letter in front. */
    VISUALIZER("PulseSensor visualizer lines", Double.NaN, BeatIntake.DROPPED, 20),
    /** PulseSensor Playground's lines for the plotter. */
    PLOTTER("PulseSensor plotter lines", Double.NaN, 0, 20),
    /** One number per line. */
    RAW("one number per line", Double.NaN, 0, 20);

    private final String words;
    private final double sampleRateHz;
    private final int beatsDropped;
    private final int framesNeeded;

    SerialProtocol(String words, double sampleRateHz, int beatsDropped, int framesNeeded) {
        this.words = words;
        this.sampleRateHz = sampleRateHz;
        this.beatsDropped = beatsDropped;
        this.framesNeeded = framesNeeded;
    }

    /** Returns its name for people. */
    public String words() {
        return words;
    }

    /** Returns samples per second where the protocol fixes them, else NaN. */
    double sampleRateHz() {
        return sampleRateHz;
    }

    /** Returns how many beats are left out after a start of the firmware. */
    int beatsDropped() {
        return beatsDropped;
    }

    /** Returns how many good frames make it certain that a device speaks this. */
    int framesNeeded() {
        return framesNeeded;
    }

    FrameDecoder newDecoder() {
        return switch (this) {
            case SOOTHE -> new SootheDecoder();
            case NONIN_2 -> new NoninDecoder(2);
            case NONIN_7 -> new NoninDecoder(7);
            case CONTEC -> new ContecDecoder();
            case VISUALIZER -> new VisualizerDecoder();
            case PLOTTER -> new PlotterDecoder();
            case RAW -> new RawNumberDecoder();
        };
    }
}
