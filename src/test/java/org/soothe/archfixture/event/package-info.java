/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.event;

import org.jspecify.annotations.NullMarked;
