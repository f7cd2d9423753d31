/**
 * A crooked house: its rooms are named as the real ones, and each class in it breaks one rule. {@code RulesCanFailTest}
 * expects every rule to find exactly its own; a rule that never fires would be noticed.
 */
@NullMarked
package org.soothe.archfixture;

import org.jspecify.annotations.NullMarked;
