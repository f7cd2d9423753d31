/** A room of the crooked house. */
@NullMarked
package org.soothe.archfixture.report;

import org.jspecify.annotations.NullMarked;
