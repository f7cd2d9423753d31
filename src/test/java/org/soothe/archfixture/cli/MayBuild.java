package org.soothe.archfixture.cli;

import org.soothe.archfixture.session.Loop;

/** Breaks no rule: this room builds. */
final class MayBuild {
    Loop loop() {
        return new Loop();
    }
}
