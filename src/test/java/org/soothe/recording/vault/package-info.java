/** Keys of sealed files: wrapped, opened, refused, and never shown. */
@NullMarked
package org.soothe.recording.vault;

import org.jspecify.annotations.NullMarked;
