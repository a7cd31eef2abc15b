/** One-time passwords by the clock (RFC 6238), and the QR code an authenticator reads. Plain Java. */
@NullMarked
package gongkai.platform.access.totp;

import org.jspecify.annotations.NullMarked;
