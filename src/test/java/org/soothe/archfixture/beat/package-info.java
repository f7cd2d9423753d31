/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.beat;

import org.jspecify.annotations.NullMarked;
