package org.soothe.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The mark {@link External}, tried on tests that need the shell, which is here, and one that nobody has. */
class ExternalTest {
    private static final String SAYS = "missing soothe-no-such-program; install: make it up";

    @Test
    void aTestWhoseProgramIsHereRunsInBothModes() {
        for (String mode : new String[] {"optional", "required"}) {
            run(Present.class, mode)
                    .testEvents()
                    .assertStatistics(count -> count.started(1).succeeded(1));
        }
    }

    @Test
    void aTestWhoseProgramIsMissingIsSkippedAndSaysWhatToInstall() {
        run(MissingOnMethod.class, "optional")
                .testEvents()
                .assertStatistics(count -> count.skipped(1).started(1).succeeded(1))
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason(SAYS)));
        run(MissingOnClass.class, "optional")
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason(SAYS)));
    }

    @Test
    void aTestWhoseProgramIsMissingFailsWhereItIsRequired() {
        run(MissingOnMethod.class, "required")
                .testEvents()
                .assertStatistics(count -> count.failed(1).succeeded(1))
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.startsWith(SAYS)))));
        run(MissingOnClass.class, "required")
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.startsWith(SAYS)))));
    }

    @Test
    void aMistypedModeIsNotTakenForOptional() {
        assertThat(run(MissingOnMethod.class, "requird").testEvents().failed().count())
                .isEqualTo(1);
    }

    @Test
    @External(program = "sh", install = "apt-get install dash")
    void theMarkIsReadByTheRealRunnerToo() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "exit 7").start();
        assertThat(shell.waitFor()).isEqualTo(7);
    }

    private static EngineExecutionResults run(Class<?> type, String mode) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(ExternalExtension.MODE, mode)
                .selectors(selectClass(type))
                .execute();
    }

    static class Present {
        @Test
        @External(program = "sh", install = "apt-get install dash")
        void runs() {}
    }

    static class MissingOnMethod {
        @Test
        @External(
                program = {"sh", "soothe-no-such-program"},
                install = "make it up")
        void needs() {}

        @Test
        void needsNothing() {}
    }

    @External(program = "soothe-no-such-program", install = "make it up")
    static class MissingOnClass {
        @BeforeAll
        static void mustNotBeReached() {
            fail("reached without its program");
        }

        @Test
        void needs() {}
    }
}
