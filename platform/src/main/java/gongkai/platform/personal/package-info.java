/** Personal data (个人信息): encrypted at rest, masked by default, every look logged. */
@NullMarked
package gongkai.platform.personal;

import org.jspecify.annotations.NullMarked;
