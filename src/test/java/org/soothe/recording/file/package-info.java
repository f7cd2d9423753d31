/** Session files: written and read back, killed, damaged, old. */
@NullMarked
package org.soothe.recording.file;

import org.jspecify.annotations.NullMarked;
