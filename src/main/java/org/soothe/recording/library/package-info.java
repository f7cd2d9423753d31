/**
 * Stage: all recorded sessions of a computer, to be found again.
 *
 * <p>Input: a folder of session files.
 *
 * <p>Output: an index beside them that can be made anew at any time, and files deleted.
 *
 * <p>Thread: any; a library belongs to one thread.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.library.SessionLibrary}.
 */
@NullMarked
package org.soothe.recording.library;

import org.jspecify.annotations.NullMarked;
