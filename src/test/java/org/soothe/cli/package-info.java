/** The commands as a person types them, run in this process. */
@NullMarked
package org.soothe.cli;

import org.jspecify.annotations.NullMarked;
