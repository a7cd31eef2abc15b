/**
 * The information processing fee (信息处理费) of 国办函〔2020〕109号, as pure arithmetic on dated tariffs. Start at {@link
 * gongkai.platform.request.fee.FeeSchedule}.
 */
@NamedInterface("fee")
@NullMarked
package gongkai.platform.request.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
