package org.soothe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soothe.response.ResponseMethod;

class MethodCardTest {
    /** Units, sizes of workspaces and what follows from other constants: none of them decides a result by itself. */
    private static final Set<String> NO_PARAMETER = Set.of(
            "NS_PER_MS",
            "NS_PER_S",
            "MS_PER_NS",
            "AHEAD_BEATS",
            "UNKNOWN_NS",
            "OLDEST_NS",
            "BREATH_ROUNDING",
            "ROUNDING_MS2",
            "TREND_COLUMNS",
            "COLUMNS");

    /** Every number that decides a result stands in its section, as itself, as percent, in seconds or as a count of 4 Hz. */
    @ParameterizedTest
    @CsvSource({
        "artifact.StepGate, artifacts",
        "artifact.Course, artifacts",
        "artifact.CourseJudge, artifacts",
        "artifact.BeatCleaner, artifacts",
        "artifact.CourseDeviation, artifacts",
        "artifact.RhythmBlock, rhythm",
        "artifact.IrregularRhythm, rhythm",
        "artifact.QualityGate, quality",
        "hrv.HrvAnalysis, timeDomain spectrum",
        "hrv.BreathingEstimate, breathing",
        "hrv.BreathingPeak, breathing",
        "hrv.RsaBand, breathing",
        "breathing.PacerRegression, pacer",
        "breathing.PacedReading, pacer",
        "breathing.PhaseLocking, pacer",
        "breathing.Adherence, pacer",
    })
    void everyConstantStandsOnTheCard(String type, String sections) throws Exception {
        int count = 0;
        String text = text(sections.split(" ", -1));
        for (Field field : Class.forName("org.soothe." + type).getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType().isPrimitive()
                    && !NO_PARAMETER.contains(field.getName())) {
                field.setAccessible(true);
                double value = ((Number) field.get(null)).doubleValue();
                assertThat(says(text, value)
                                || says(text, 100 * value, " %")
                                || says(text, value / 1e9)
                                || says(text, value / 4))
                        .as(field.getName() + " = " + value + " in: " + text)
                        .isTrue();
                count++;
            }
        }
        assertThat(count).isPositive();
    }

    private static boolean says(String text, double value, String... unit) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        String number = UnitText.plain(rounded) + String.join("", unit);
        return Pattern.compile("(?<![0-9.])" + Pattern.quote(number) + "(?!\\.?[0-9])")
                .matcher(text)
                .find();
    }

    @Test
    void theTermsOfThePacerFitAreOnTheCard() {
        assertThat(text("pacer"))
                .contains("1, tau, tau^2, cos phi, sin phi, cos 2phi, sin 2phi", "uncorrected accepted intervals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beats | more than 1.25 longest RR for 5 packets",
                "beats | more than 0.75 median RR",
                "artifacts | left out otherwise, also a long or short interval",
                "breathing | a stretch every 32 s, their median, where at least 0.5 of them",
                "spectrum | 0.9 of 300 s for VLF, 120 s for LF, 60 s for HF",
                "spectrum | gaps up to 2 s bridged",
            })
    void theRulesAreOnTheCard(String section, String rule) {
        assertThat(text(section)).contains(rule);
    }

    @Test
    void versionWindowAndSpectrumAreOnTheCard() {
        assertThat(MethodCard.ofAnalysis("1.2.3", "5min").toString())
                .contains("1.2.3", "5min", "256 samples, overlap 128", "lambdaRatio=500", "NATURAL", "0.15-0.4 Hz");
    }

    /** Whoever adds a class with numbers to the response or the waves and forgets the card is told here. */
    @ParameterizedTest
    @CsvSource({"response, ", "beat, BeatClock BeatFeed LagHistory"})
    void everyClassWithNumbersStandsOnTheCardOfAnExport(String room, String standsInWords) throws Exception {
        Set<String> inWords = standsInWords == null ? Set.of() : Set.of(standsInWords.split(" ", -1));
        String card = "";
        for (ResponseMethod method : ResponseMethod.values()) {
            card += MethodCard.ofExport("version", "window", method);
        }
        int count = 0;
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/soothe", room))) {
            for (Path source : sources.sorted().toList()) {
                String type = source.getFileName().toString().replace(".java", "");
                List<String> constants =
                        type.equals("package-info") ? List.of() : MethodConstants.constants(room + '.' + type);
                if (!constants.isEmpty() && !inWords.contains(type)) {
                    for (String constant : constants) {
                        assertThat(card).as(type).contains(constant);
                        count++;
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(50);
    }

    @Test
    void theCardOfADetectorHasItsThresholdsAsTheCodeHasThem() throws Exception {
        Object paced = constant("DriftAwareDetector", "PACED");
        StringBuilder all = new StringBuilder("PACED (");
        for (RecordComponent part : paced.getClass().getRecordComponents()) {
            part.getAccessor().setAccessible(true);
            all.append(part.getName())
                    .append(' ')
                    .append(UnitText.plain((Double) part.getAccessor().invoke(paced)))
                    .append(", ");
        }
        String thresholds = all.substring(0, all.length() - 2) + ")";
        assertThat(MethodCard.ofReplay("version", ResponseMethod.DRIFT).toString())
                .contains(thresholds, "lnThreat");
        assertThat(MethodCard.ofReplay("version", ResponseMethod.FILTER).toString())
                .doesNotContain("lnThreat")
                .contains("TEMPER");
    }

    private static Object constant(String type, String name) throws Exception {
        Field field = Class.forName("org.soothe.response." + type).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    @Test
    void noLineOfACardIsLongerThanEveryFormatCanHold() {
        for (ResponseMethod method : ResponseMethod.values()) {
            for (MethodCard.Section section :
                    MethodCard.ofExport("version", "window", method).sections()) {
                for (MethodCard.Entry entry : section.entries()) {
                    assertThat("Method " + section.name() + ", " + entry.name() + ": " + entry.text())
                            .hasSizeLessThan(480);
                }
            }
        }
    }

    private static String text(String... sections) {
        StringBuilder text = new StringBuilder();
        for (MethodCard.Section section :
                MethodCard.ofAnalysis("version", "window").sections()) {
            if (Set.of(sections).contains(section.name())) {
                text.append(section);
            }
        }
        return text.toString();
    }
}
