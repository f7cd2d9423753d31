/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.session;

import org.jspecify.annotations.NullMarked;
