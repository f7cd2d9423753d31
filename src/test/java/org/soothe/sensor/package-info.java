/** Tests of what all sensors share. */
@NullMarked
package org.soothe.sensor;

import org.jspecify.annotations.NullMarked;
