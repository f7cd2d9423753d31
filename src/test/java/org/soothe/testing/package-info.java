/** What tests of any room may use. */
@NullMarked
package org.soothe.testing;

import org.jspecify.annotations.NullMarked;
