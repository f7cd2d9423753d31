/**
 * The {@code soothe} command.
 *
 * <ul>
 *   <li><b>Stage:</b> the outermost room; the only one that builds objects of other rooms.
 *   <li><b>Input:</b> a command line; recordings named on it.
 *   <li><b>Output:</b> text, CSV or JSON on standard output, messages on standard error, an exit code.
 *   <li><b>Thread:</b> the caller's, which is the process's main thread.
 *   <li><b>Clock:</b> the system's, as a label and for the pace of a replay; never for a result.
 *   <li><b>Start reading:</b> {@link org.soothe.cli.Soothe}.
 * </ul>
 */
@NullMarked
package org.soothe.cli;

import org.jspecify.annotations.NullMarked;
