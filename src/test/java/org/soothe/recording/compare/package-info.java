/** A session read twice: each reading as by itself, equal ones the same bit for bit. */
@NullMarked
package org.soothe.recording.compare;

import org.jspecify.annotations.NullMarked;
