/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.time;

import org.jspecify.annotations.NullMarked;
