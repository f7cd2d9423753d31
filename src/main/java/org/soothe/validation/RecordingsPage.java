package org.soothe.validation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.soothe.response.ResponseMethod;
import org.soothe.response.ResponseState;

/** Findings on labelled recordings as a page of docs/validation, and every stretch as CSV. Stateless. */
final class RecordingsPage {
    private RecordingsPage() {}

    static String markdown(List<PersonFinding> people, List<ResponseCohort> meditators) {
        StringBuilder page = new StringBuilder();
        page.append("# Real people: rest and stress tasks\n\n")
                .append(
                        "Written by `soothe validate recordings`. Stress-Predict (MIT licence), subjects S02 to S24: a wristband."
                                + " Everything here comes from a **pulse wave: it is PRV and not HRV**. *Intervals* are the wristband's own,"
                                + " which leave out what it does not trust; *raw wave* is its wave through our beat finder;"
                                + " its quality lets too few minutes through for any variability. Tasks are"
                                + " a Stroop test, an interview and hyperventilation, so speech and breathing differ from rest. Rest before"
                                + " each task is cut in two: reference, and a calm stretch to compare the task with. Only windows of 60 s"
                                + " that lie wholly in a stretch count.\n\n")
                .append(
                        "zH here is the standardised change of heart rate alone (5.3); it needs 30 beats in a minute, in at least ")
                .append(RecordingsValidation.LEAST_WINDOWS)
                .append(
                        " windows each of rest, calm and stress. zV, and every state, only where the engine's quality gate let the"
                                + " response be read. Every stretch stands in [recordings.csv](recordings.csv).\n\n## Persons\n\n")
                .append(
                        "| | data | covered % | zH calm | zH stress | stress - calm | zV stress - calm | THREAT shown, % of stress |"
                                + " of calm | not read, % of all | why, share of what was not read |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        people.forEach(person -> row(page, person));
        excluded(page, people);
        for (String data : new String[] {"intervals", "raw wave"}) {
            ranking(
                    page,
                    data,
                    people.stream().filter(person -> person.data().equals(data)).toList());
        }
        meditation(page, meditators);
        page.append("Verdict: reported, nothing is required of these recordings.\n");
        return page.toString();
    }

    private static void row(StringBuilder page, PersonFinding person) {
        double unread = (unread(person, true) + unread(person, false)) / 2;
        page.append("| ").append(person.subject()).append(" | ").append(person.data());
        for (double value : new double[] {
            person.coveragePercent(),
            person.zHeartRate(false),
            person.zHeartRate(true),
            person.zHeartRate(true) - person.zHeartRate(false),
            person.zV(true) - person.zV(false),
            person.shownPercent(true, ResponseState.THREAT_RESPONSE),
            person.shownPercent(false, ResponseState.THREAT_RESPONSE),
            unread
        }) {
            page.append(" | ").append(Words.one(value));
        }
        page.append(" | ").append(person.why()).append(" |\n");
    }

    private static double unread(PersonFinding person, boolean stress) {
        return person.shownPercent(stress, ResponseState.UNREADABLE);
    }

    private static void excluded(StringBuilder page, List<PersonFinding> people) {
        page.append("\n## Left out\n\n");
        for (PersonFinding person : people) {
            if (!person.heartRateCompared()) {
                page.append("- ")
                        .append(person.subject())
                        .append(", ")
                        .append(person.data())
                        .append(": no zH, ")
                        .append(person.excluded())
                        .append(" (")
                        .append(Words.one(person.coveragePercent()))
                        .append(" % covered).\n");
            }
        }
        long vagal = people.stream().filter(PersonFinding::vagalCompared).count();
        page.append("- zV: left out in ")
                .append(people.size() - vagal)
                .append(" of ")
                .append(people.size())
                .append(" rows, because fewer than ")
                .append(RecordingsValidation.LEAST_WINDOWS)
                .append(" calm or stress windows were good enough for any variability. Unclear stays unclear.\n\n");
    }

    private static void ranking(StringBuilder page, String data, List<PersonFinding> people) {
        List<PersonFinding> compared =
                people.stream().filter(PersonFinding::heartRateCompared).toList();
        long up = compared.stream()
                .filter(person -> person.zHeartRate(true) > person.zHeartRate(false))
                .count();
        page.append("## Stress against calm, ")
                .append(data)
                .append("\n\n| | |\n|---|---|\n| persons with zH in calm and stress | ")
                .append(compared.size())
                .append(" of ")
                .append(people.size())
                .append(" |\n| zH higher in stress | ")
                .append(Words.share(new Share((int) up, compared.size())))
                .append(" % of them |\n| area under the ROC curve, zH of persons | ")
                .append(area(compared, person -> person.zHeartRate(true), person -> person.zHeartRate(false)))
                .append(" |\n| area, -zV of persons | ")
                .append(area(people, person -> -person.zV(true), person -> -person.zV(false)))
                .append(" |\n| persons who were shown THREAT_RESPONSE at some time: in stress, in calm | ")
                .append(shown(people, true))
                .append(", ")
                .append(shown(people, false))
                .append(" |\n\n");
    }

    private static String area(
            List<PersonFinding> people, ToDoubleFunction<PersonFinding> stress, ToDoubleFunction<PersonFinding> calm) {
        double area = Ranking.area(
                people.stream().mapToDouble(stress).toArray(),
                people.stream().mapToDouble(calm).toArray());
        return Double.isNaN(area) ? "cannot be said" : Words.three(area);
    }

    private static long shown(List<PersonFinding> people, boolean stress) {
        return people.stream()
                .filter(person -> person.shownPercent(stress, ResponseState.THREAT_RESPONSE) > 0)
                .count();
    }

    private static void meditation(StringBuilder page, List<ResponseCohort> meditators) {
        page.append("## A fast heart in slow meditation must not read as threat\n\n")
                .append(
                        "No recording of meditation may be shipped here, so this is simulated: free breath that becomes slow (6 a"
                                + " minute) in the exercise, a swing of 80 ms at 0.1 Hz, heart rate 6 a minute higher, nobody threatened."
                                + " Phases of 5 min, through the whole engine. Percent of persons.\n\n| detector | persons | called THREAT |"
                                + " called SOOTHING | ticks not read |\n|---|---|---|---|---|\n");
        ResponseMethod[] methods = ResponseMethod.values();
        for (int i = 0; i < methods.length; i++) {
            ResponseMethod method = methods[i];
            ResponseCohort cohort = meditators.get(i);
            page.append("| ")
                    .append(method)
                    .append(method == ResponseMethod.standard() ? " (default) | " : " | ")
                    .append(cohort.outcomes().size())
                    .append(" | ")
                    .append(Words.share(cohort.shown(ResponseState.THREAT_RESPONSE, ResponseFigures.FIVE_MIN_S)))
                    .append(" | ")
                    .append(Words.share(cohort.shown(ResponseState.SOOTHING, ResponseFigures.FIVE_MIN_S)))
                    .append(" | ")
                    .append(Words.one(cohort.unreadablePercent()))
                    .append(" % |\n");
        }
        page.append('\n');
    }

    static String csv(List<PersonFinding> people) {
        StringBuilder rows =
                new StringBuilder("subject,data,label,fromS,toS,windows,coveragePercent,windowsWithHeartRate,"
                        + "meanHeartRateBpm,meanZh,windowsWithZv,meanZv,threatWindows,soothingWindows,otherWindows,neutralWindows,"
                        + "unreadableWindows\n");
        for (PersonFinding person : people) {
            for (StretchFinding finding : person.stretches()) {
                rows.append(person.subject())
                        .append(',')
                        .append(person.data())
                        .append(finding.stretch.stress() ? ",stress" : ",calm");
                for (double value : new double[] {
                    finding.stretch.fromNs() / 1e9,
                    finding.stretch.toNs() / 1e9,
                    finding.ticks(),
                    finding.coveragePercent(),
                    finding.heartRateBpm.size(),
                    StretchFinding.mean(finding.heartRateBpm),
                    StretchFinding.mean(finding.zHeartRate),
                    finding.zV.size(),
                    StretchFinding.mean(finding.zV),
                    finding.ticksOf(ResponseState.THREAT_RESPONSE),
                    finding.ticksOf(ResponseState.SOOTHING),
                    finding.ticksOf(ResponseState.OTHER_ACTIVATION),
                    finding.ticksOf(ResponseState.NEUTRAL),
                    finding.ticksOf(ResponseState.UNREADABLE)
                }) {
                    rows.append(',').append(Double.isNaN(value) ? "" : Words.plain(Math.rint(100 * value) / 100));
                }
                rows.append('\n');
            }
        }
        return rows.toString();
    }
}
