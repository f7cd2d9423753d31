package org.soothe.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValidationPageTest {

    private static final String PAGE =
            "before\n<!-- section a -->\none\n<!-- end -->\nbetween\n<!-- section b -->\ntwo\n<!-- end -->\nafter\n";

    @Test
    void aSectionIsWhatStandsBetweenItsComments() {
        assertThat(ValidationPage.section(PAGE, "a")).isEqualTo("one\n");
        assertThat(ValidationPage.section(PAGE, "b")).isEqualTo("two\n");
    }

    @Test
    void onlyTheSectionIsReplaced() {
        assertThat(ValidationPage.replaced(PAGE, "a", "new\n")).isEqualTo(PAGE.replace("one", "new"));
    }

    @Test
    void aSectionThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ValidationPage.section(PAGE, "c"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("<!-- section c -->");
    }

    @Test
    void aPageThatSaysSomethingElseFails() {
        assertThatThrownBy(() -> ValidationPage.says("nowhere", "text\n")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ValidationPage.says("hrv", "NaN\n")).isInstanceOf(AssertionError.class);
    }
}
