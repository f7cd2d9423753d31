/**
 * Stage: a session becomes files of other programs.
 *
 * <p>Input: {@link org.soothe.recording.formats.export.ExportSession}, the events of a session and how it was measured.
 *
 * <p>Output: files and folders; what each format cannot hold is listed in {@code docs/formats.md}.
 *
 * <p>Thread: the caller's; nothing is shared.
 *
 * <p>Clock: none; the wall clock of a session is a label that comes with it.
 *
 * <p>Start reading: {@link org.soothe.recording.formats.export.ExportFormat}.
 */
@NullMarked
package org.soothe.recording.formats.export;

import org.jspecify.annotations.NullMarked;
