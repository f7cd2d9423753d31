/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.cli;

import org.jspecify.annotations.NullMarked;
