/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.live;

import org.jspecify.annotations.NullMarked;
