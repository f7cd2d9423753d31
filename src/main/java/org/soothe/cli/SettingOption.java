package org.soothe.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.soothe.event.BreathingMode;
import org.soothe.event.PacerSetting;
import org.soothe.recording.compare.ChangedSettings;
import org.soothe.response.ResponseMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is set otherwise when a session is read once more: KEY=VALUE, as often as needed. */
final class SettingOption {
    @Option(
            names = "--with",
            required = true,
            paramLabel = "KEY=VALUE",
            converter = {KeyConverter.class, TextConverter.class},
            description = {
                "What is set otherwise, as often as needed:",
                "method=FILTER or DRIFT: the detector of the response",
                "pacer=6 or off: this pacer from the start instead of those of the session",
                "inhale=0.4: share of the in-breath",
                "breathing=free or paced: how the person breathes in all phases",
                "source=strap, ecg or pulse: what the beats were found in",
                "waves=off: electrocardiogram, pulse wave and acceleration are left out"
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Returns what was typed, in its order. */
    Map<String, String> typed() {
        return settings;
    }

    /**
     * Returns the settings.
     *
     * @throws TypeConversionException if a value is none of its key; the message says which there are
     */
    ChangedSettings settings() {
        String inhale = settings.get("inhale");
        double inhaleRatio = inhale == null ? Double.NaN : number("inhale", inhale, 0.2, 0.8);
        String pacer = settings.get("pacer");
        return new ChangedSettings(
                word(ResponseMethod.class, "method"),
                pacer == null ? null : pacer(pacer, inhaleRatio),
                pacer == null ? inhaleRatio : Double.NaN,
                word(BreathingMode.class, "breathing"),
                settings.containsKey("source")
                        ? new InputOptions.SourceConverter().convert(settings.get("source"))
                        : null,
                wavesOff());
    }

    private boolean wavesOff() {
        String waves = settings.get("waves");
        if (waves != null && !waves.equals("off")) {
            throw new TypeConversionException("waves can only be off, was \"" + waves + "\"");
        }
        return waves != null;
    }

    private static PacerSetting pacer(String text, double inhaleRatio) {
        return text.equals("off")
                ? PacerSetting.off(0)
                : PacerSetting.steady(
                        0,
                        number("pacer", text, 4, 10),
                        Double.isNaN(inhaleRatio) ? ReplayCommand.DEFAULT_INHALE_RATIO : inhaleRatio);
    }

    private static double number(String key, String text, double least, double most) {
        double value = Typed.number(text);
        if (!(value >= least && value <= most)) {
            throw new TypeConversionException(key + " must be " + least + " to " + most
                    + (key.equals("pacer") ? " breaths a minute, or off" : "") + ", was \"" + text + "\"");
        }
        return value;
    }

    private <E extends Enum<E>> @Nullable E word(Class<E> type, String key) {
        String text = settings.get(key);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(key + " must be one of "
                        + Arrays.toString(type.getEnumConstants()) + ", was \"" + text + "\""));
    }

    /** Reads keys. */
    static final class KeyConverter implements ITypeConverter<String> {
        private static final List<String> KEYS = List.of("method", "pacer", "inhale", "breathing", "source", "waves");

        @Override
        public String convert(String value) {
            if (!KEYS.contains(value)) {
                throw new TypeConversionException("there is no setting \"" + value + "\"; there are " + KEYS);
            }
            return value;
        }
    }

    /** Takes values as they are typed; {@link #settings} reads them. */
    static final class TextConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value;
        }
    }
}
