package org.soothe.recording.file;

import org.jspecify.annotations.Nullable;

/**
 * One value of a record that was laid flat. Immutable.
 *
 * @param path names of the components from the outside in, joined by dots
 * @param value null, Long, Double, Boolean, String or a list of them
 * @param kind whether the value names what kind of thing follows below this path
 */
record Field(String path, @Nullable Object value, boolean kind) {}
