/** How a replay keeps its pace. */
@NullMarked
package org.soothe.session;

import org.jspecify.annotations.NullMarked;
