/** Benchmarks; what they say stands in docs/benchmarks.md. */
@NullMarked
package org.soothe.jmh;

import org.jspecify.annotations.NullMarked;
