/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.hrv;

import org.jspecify.annotations.NullMarked;
