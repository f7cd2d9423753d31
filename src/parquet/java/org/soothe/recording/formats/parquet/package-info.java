/**
 * Stage: study tables become Parquet files; only in builds with the Maven profile {@code parquet}.
 *
 * <p>Input: {@link org.soothe.recording.formats.export.StudyTable}.
 *
 * <p>Output: Parquet files.
 *
 * <p>Thread: the caller's; nothing is shared.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.parquet.ParquetTables}.
 */
@NullMarked
package org.soothe.recording.formats.parquet;

import org.jspecify.annotations.NullMarked;
