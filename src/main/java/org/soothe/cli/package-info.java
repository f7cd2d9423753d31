/**
 * Stage: the {@code soothe} command; the only room that builds objects of other rooms.
 *
 * <p>Input: a command line, and the recordings named on it.
 *
 * <p>Output: text, CSV or JSON on standard output, messages on standard error, an exit code.
 *
 * <p>Thread: the main thread of the process.
 *
 * <p>Clock: the system's, for the pace of a replay and as a label; never for a result.
 *
 * <p>Start reading: {@link org.soothe.cli.Soothe}.
 */
@NullMarked
package org.soothe.cli;

import org.jspecify.annotations.NullMarked;
