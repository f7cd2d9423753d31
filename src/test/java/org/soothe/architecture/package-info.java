/** What {@code ArchitectureTest} is made of: the drawn arrows, the rules, and the proof that each rule can fail. */
@NullMarked
package org.soothe.architecture;

import org.jspecify.annotations.NullMarked;
