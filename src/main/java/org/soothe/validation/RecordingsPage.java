package org.soothe.validation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.soothe.response.ResponseState;

/** Findings on labelled recordings as a page of docs/validation. Stateless. */
final class RecordingsPage {
    /** A stretch of which fewer ticks were readable says nothing. */
    private static final int LEAST_TICKS = 3;

    private RecordingsPage() {}

    static String markdown(List<StretchFinding> findings) {
        StringBuilder page = new StringBuilder();
        page.append("# Real people: rest and stress tasks\n\n")
                .append("Written by `soothe validate recordings`. Stress-Predict (MIT licence), subjects S02 to S24: a"
                        + " wristband's intervals from a **pulse wave, so PRV and not HRV**, with 6 to 80 % of the time"
                        + " covered. Rest before each task is cut in two: reference, and a calm stretch to compare the task"
                        + " with. zH and zV only where the engine's quality gate let a tick be read; the rise of heart rate"
                        + " needs no variability and is given wherever a minute has 30 beats.\n\n")
                .append(
                        "| subject | stretch | ticks | readable | mean zH | mean zV | zH - zV | heart rate rise bpm | states"
                                + " shown | why not |\n|---|---|---|---|---|---|---|---|---|---|\n");
        findings.forEach(finding -> row(page, finding));
        ranking(page, findings);
        return page.toString();
    }

    private static void row(StringBuilder page, StretchFinding finding) {
        page.append("| ")
                .append(finding.subject)
                .append(" | ")
                .append(finding.stress ? "stress" : "calm")
                .append(" | ")
                .append(finding.ticks())
                .append(" | ")
                .append(finding.readable())
                .append(" | ")
                .append(Words.one(finding.meanZh()))
                .append(" | ")
                .append(Words.one(finding.meanZv()))
                .append(" | ")
                .append(Words.one(finding.activation()))
                .append(" | ")
                .append(Words.one(finding.riseBpm()))
                .append(" |");
        for (ResponseState state : new ResponseState[] {
            ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION, ResponseState.SOOTHING
        }) {
            page.append(finding.shown(state) ? " " + state : "");
        }
        page.append(" | ")
                .append(finding.readable() < LEAST_TICKS ? finding.mainReason() : "")
                .append(" |\n");
    }

    private static void ranking(StringBuilder page, List<StretchFinding> findings) {
        List<StretchFinding> read = findings.stream()
                .filter(finding -> finding.readable() >= LEAST_TICKS)
                .toList();
        long people = read.stream().map(finding -> finding.subject).distinct().count();
        page.append("\nReadable (at least ")
                .append(LEAST_TICKS)
                .append(" ticks): ")
                .append(read.size())
                .append(" of ")
                .append(findings.size())
                .append(" stretches, ")
                .append(people)
                .append(" people. The others are left out of zH and zV with the reason in the table.\n\n");
        page.append("| ranking stress above calm | area under the ROC curve | stress stretches | calm stretches |\n")
                .append("|---|---|---|---|\n");
        area(page, "zH - zV", read, StretchFinding::activation);
        area(page, "zH", read, StretchFinding::meanZh);
        area(page, "-zV", read, finding -> -finding.meanZv());
        area(page, "heart rate rise, every stretch", findings, StretchFinding::riseBpm);
        area(page, "heart rate rise, readable stretches", read, StretchFinding::riseBpm);
        page.append("\n| state shown at some time | stress | calm |\n|---|---|---|\n");
        for (ResponseState state : new ResponseState[] {
            ResponseState.THREAT_RESPONSE, ResponseState.OTHER_ACTIVATION, ResponseState.SOOTHING, ResponseState.NEUTRAL
        }) {
            page.append("| ").append(state);
            for (boolean stress : new boolean[] {true, false}) {
                page.append(" | ").append(Words.share(share(read, stress, finding -> finding.shown(state))));
            }
            page.append(" |\n");
        }
        page.append("\nVerdict: reported, nothing is required of these recordings.\n");
    }

    private static Share share(List<StretchFinding> read, boolean stress, Predicate<StretchFinding> shown) {
        List<StretchFinding> of =
                read.stream().filter(finding -> finding.stress == stress).toList();
        return new Share((int) of.stream().filter(shown).count(), of.size());
    }

    private static void area(
            StringBuilder page, String name, List<StretchFinding> findings, ToDoubleFunction<StretchFinding> score) {
        double[] stress = scores(findings, true, score);
        double[] calm = scores(findings, false, score);
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(Words.three(Ranking.area(stress, calm)))
                .append(" | ")
                .append(stress.length)
                .append(" | ")
                .append(calm.length)
                .append(" |\n");
    }

    private static double[] scores(
            List<StretchFinding> findings, boolean stress, ToDoubleFunction<StretchFinding> score) {
        return findings.stream()
                .filter(finding -> finding.stress == stress)
                .mapToDouble(score)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
