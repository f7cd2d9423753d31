/**
 * Stage: results become figures, tables and text.
 *
 * <p>Input: recordings, their final results, snapshots.
 *
 * <p>Output: JSON, CSV and plain text, and the method card that says how each number was made.
 *
 * <p>Thread: any; writers belong to the thread that made them.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.report.AnalysisJson}.
 */
@NullMarked
package org.soothe.report;

import org.jspecify.annotations.NullMarked;
