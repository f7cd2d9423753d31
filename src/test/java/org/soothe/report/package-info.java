/** How results are written. */
@NullMarked
package org.soothe.report;

import org.jspecify.annotations.NullMarked;
