/** How long a packet takes from the wire to a snapshot. */
@NullMarked
package org.soothe.latency;

import org.jspecify.annotations.NullMarked;
