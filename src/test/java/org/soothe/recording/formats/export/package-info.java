/** Tests of the exports. */
@NullMarked
package org.soothe.recording.formats.export;

import org.jspecify.annotations.NullMarked;
