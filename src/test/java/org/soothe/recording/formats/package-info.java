/** What is read from files of other programs, against values found by others. */
@NullMarked
package org.soothe.recording.formats;

import org.jspecify.annotations.NullMarked;
