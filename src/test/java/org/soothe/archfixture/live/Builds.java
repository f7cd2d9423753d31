package org.soothe.archfixture.live;

import java.util.List;
import java.util.function.Supplier;
import org.soothe.archfixture.beat.Stage;
import org.soothe.archfixture.event.Word;
import org.soothe.archfixture.session.Loop;

/** Builds a loop and keeps a way to build more. A value and a pure stage are free to all. */
final class Builds {
    Loop call() {
        return new Loop();
    }

    Supplier<Loop> reference() {
        return Loop::new;
    }

    Stage free() {
        return new Stage(new Word(0, 0, 0, 0, List.of(), ""));
    }
}
