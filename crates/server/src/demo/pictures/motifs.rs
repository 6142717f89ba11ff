//! What the photos show.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Colour, chance, colour, mix};

/// A dance floor: beams from above, people in front, specks of light.
pub fn floor(canvas: &mut Canvas) {
    canvas.sky(colour(0x0017_1030), colour(0x003b_1646));
    let beams = [(0.2, 0.34, 0x00ff_5a3c), (0.62, -0.12, 0x00ff_b347), (1.05, -0.4, 0x007a_5cff)];
    for (from, lean, light) in beams {
        let light = colour(light);
        canvas.paint(|x, y, under| {
            let off = (x - y.mul_add(lean, from)).abs() / y.mul_add(0.22, 0.02);
            let strength = (1.0 - off).max(0.0) * y.mul_add(-0.55, 0.75);
            std::array::from_fn(|part| light[part].mul_add(strength, under[part]))
        });
    }
    specks(canvas, 46, colour(0x00ff_d9a0));
    for place in 0..15 {
        let x = f32::from(place).mul_add(0.108, chance(place) * 0.05);
        let y = 0.8 + chance(place + 40) * 0.08;
        let dark = mix(colour(0x000b_0716), colour(0x0021_1030), chance(place + 80));
        canvas.disc((x, y), 0.04, 0.1, dark);
        canvas.disc((x, y + 0.17), 0.13, 0.06, dark);
        if place % 4 == 1 {
            canvas.disc((x + 0.06, y - 0.03), 0.018, 0.2, dark);
        }
    }
}

/// Garlands over a garden, when the sun has just gone.
pub fn garland(canvas: &mut Canvas) {
    canvas.sky(colour(0x0025_2a55), colour(0x00f2_8f5b));
    canvas.glow((1.12, 0.74), 0.6, 0.5, colour(0x00ff_d29a));
    canvas.ground(|x| (x * 3.1).sin().mul_add(0.04, 0.74), colour(0x0035_3a4d));
    canvas.ground(|x| (x * 2.2 + 1.3).sin().mul_add(0.05, 0.84), colour(0x0020_2430));
    for place in 0..9 {
        let x = f32::from(place).mul_add(0.19, chance(place + 7) * 0.06);
        canvas.disc((x, 0.79), chance(place).mul_add(0.06, 0.05), 0.12, colour(0x001a_1f2b));
    }
    for (hung, deep) in [(0.1_f32, 0.26_f32), (0.2, 0.34), (0.34, 0.22)] {
        let line = |x: f32| deep.mul_add(1.0 - (x / 0.75 - 1.0).powi(2), hung) - 0.08;
        canvas.paint(
            |x, y, under| {
                if (y - line(x)).abs() < 0.0022 { colour(0x0018_1622) } else { under }
            },
        );
        for place in 0..16_u16 {
            let x = f32::from(place).mul_add(0.1, 0.03);
            let bulb = (x, line(x) + 0.014);
            canvas.glow(bulb, 0.075, 0.75, colour(0x00ff_b65c));
            canvas.disc(bulb, 0.011, 0.3, colour(0x00ff_f3d6));
        }
    }
}

/// Flowers from close by, some out of focus.
pub fn flowers(canvas: &mut Canvas) {
    canvas.sky(colour(0x00e9_e2d3), colour(0x00a9_bb9a));
    for place in 0..26 {
        let at = (chance(place) * 1.5, chance(place + 50));
        let green = mix(colour(0x0056_7a4e), colour(0x0091_ab7d), chance(place + 90));
        canvas.disc(at, chance(place + 20).mul_add(0.1, 0.06), 0.7, green);
    }
    let blossoms: [((f32, f32), f32, u32); 7] = [
        ((0.3, 0.34), 0.2, 0x00f3_c9c4),
        ((0.98, 0.28), 0.17, 0x00f7_e9dc),
        ((0.66, 0.62), 0.24, 0x00d9_6a5a),
        ((1.24, 0.66), 0.21, 0x00f0_b9a5),
        ((0.2, 0.82), 0.18, 0x00fb_f3e6),
        ((0.94, 0.93), 0.16, 0x00ee_9c86),
        ((1.42, 0.2), 0.12, 0x00d9_6a5a),
    ];
    for (at, size, tint) in blossoms {
        blossom(canvas, at, size, colour(tint));
    }
}

fn blossom(canvas: &mut Canvas, (x, y): (f32, f32), size: f32, tint: Colour) {
    let rings: [(f32, u16); 4] = [(0.72, 9), (0.5, 7), (0.3, 6), (0.12, 4)];
    for (ring, (far, petals)) in (0_u16..).zip(rings) {
        let deep =
            mix(mix(tint, [1.0; 3], 0.28), mix(tint, [0.3, 0.08, 0.1], 0.3), f32::from(ring) / 3.0);
        for petal in 0..petals {
            let turn = f32::from(ring).mul_add(0.5, TAU * f32::from(petal) / f32::from(petals));
            let at = (turn.cos().mul_add(far * size, x), turn.sin().mul_add(far * size, y));
            let shade = mix(deep, [0.25, 0.1, 0.1], 0.09 * chance(petal + ring * 10));
            canvas.disc(at, size * 0.36, 0.16, mix(shade, [0.2, 0.08, 0.08], 0.14));
            canvas.disc((at.0 - size * 0.02, at.1 - size * 0.025), size * 0.335, 0.22, shade);
        }
    }
    canvas.disc((x, y), size * 0.1, 0.6, mix(tint, colour(0x00f2_c14e), 0.6));
}

/// A laid table, from above.
pub fn table(canvas: &mut Canvas) {
    let (cloth, shade) = (colour(0x00f0_e8da), colour(0x00d8_ccb8));
    canvas.paint(|x, y, _| {
        let weave = ((x * 190.0).sin() * (y * 190.0).sin()).mul_add(0.06, 0.5);
        mix(cloth, shade, y.mul_add(0.4, x * 0.15) * weave * 1.6)
    });
    canvas.paint(|_, y, under| {
        if (y - 0.5).abs() < 0.11 { mix(colour(0x008a_9a7a), under, 0.18) } else { under }
    });
    for (place, x) in (0_u16..).zip([0.28, 0.75, 1.22]) {
        plate(canvas, (x, 0.2));
        plate(canvas, (x, 0.83));
        let candle = (x + 0.235, 0.5);
        canvas.glow(candle, 0.24, 0.3, colour(0x00ff_b65c));
        canvas.disc(candle, 0.035, 0.1, colour(0x00fb_f3e6));
        canvas.disc(candle, 0.012, 0.4, colour(0x00ff_c56b));
        for leaf in 0..9 {
            let spread = chance(leaf + place * 9);
            let at = (x + (spread - 0.5) * 0.3, 0.5 + (chance(leaf + 60) - 0.5) * 0.16);
            let tint = if leaf % 3 == 0 { colour(0x00e5_8a73) } else { colour(0x0062_7a55) };
            canvas.disc(at, 0.026, 0.2, tint);
        }
    }
}

fn plate(canvas: &mut Canvas, (x, y): (f32, f32)) {
    canvas.disc((x + 0.008, y + 0.014), 0.155, 0.12, colour(0x00b9_ab96));
    canvas.disc((x, y), 0.15, 0.02, colour(0x00ff_fdf8));
    canvas.disc((x, y), 0.108, 0.02, colour(0x00e6_ddcf));
    canvas.disc((x, y), 0.104, 0.02, colour(0x00fb_f7ef));
    canvas.disc((x, y), 0.05, 0.15, colour(0x00d9_6a5a));
    canvas.disc((x - 0.012, y - 0.014), 0.028, 0.4, colour(0x00ee_9c86));
    for (off, wide) in [(-0.19, 0.0055), (0.185, 0.007), (0.205, 0.004)] {
        let steel = colour(0x0094_938f);
        canvas.paint(|at, down, under| {
            let on = (at - x - off).abs() < wide && (down - y).abs() < 0.105;
            if on { steel } else { under }
        });
    }
}

/// Fields, hedges and a lane, from a drone.
pub fn fields(canvas: &mut Canvas) {
    let tints = [0x0098_a76a, 0x00c9_b673, 0x006f_8c5a, 0x00d9_c78c, 0x0083_9b5e].map(colour);
    canvas.paint(|x, y, _| {
        let (along, across) = (x.mul_add(0.9, y * 0.35), y.mul_add(1.1, -x * 0.25));
        let bent = (across * 5.0).sin().mul_add(0.05, along) * 3.4;
        let (column, row) = (bent.floor(), (across * 3.2).floor());
        let patch = ((column * 7.3 + row * 3.7).sin() * 91.7).abs().fract();
        let furrow = (bent * 80.0 * (0.6 + patch)).sin() * 0.022;
        let hedge = bent.fract() < 0.035 || (across * 3.2).rem_euclid(1.0) < 0.03;
        if hedge {
            return colour(0x003d_5637);
        }
        tint_of(&tints, patch).map(|part| part + furrow)
    });
    canvas.paint(|x, y, under| {
        let lane = (y * 4.0).sin().mul_add(0.09, 0.86) - x;
        if lane.abs() < 0.017 { colour(0x00ea_dfc8) } else { under }
    });
    for place in 0..22 {
        let at = (chance(place) * 1.5, chance(place + 30));
        canvas.disc((at.0 + 0.012, at.1 + 0.014), 0.03, 0.3, colour(0x0036_4a2f));
        canvas.disc(at, chance(place + 9).mul_add(0.012, 0.022), 0.35, colour(0x0055_7344));
    }
    for (x, y, wide, high) in [(1.2, 0.4, 0.12, 0.06), (1.3, 0.48, 0.06, 0.09)] {
        canvas.paint(|at, down, under| {
            let (across, below) = ((at - x).abs() / wide, (down - y) / high);
            if across < 1.0 && below.abs() < 1.0 {
                return if below < 0.0 { colour(0x00b8_5c46) } else { colour(0x0096_4636) };
            }
            under
        });
    }
}

fn tint_of(tints: &[Colour; 5], share: f32) -> Colour {
    let bounds = [0.2, 0.4, 0.6, 0.8];
    let place = bounds.iter().filter(|bound| share > **bound).count();
    tints[place]
}

/// A stage before anybody is on it.
pub fn stage(canvas: &mut Canvas) {
    let (dark, bright) = (colour(0x004a_0f14), colour(0x00c2_3b2c));
    canvas.paint(|x, y, _| {
        let fold = ((x * 46.0 + (y * 3.0).sin() * 0.3).sin()).mul_add(0.5, 0.5);
        let lit = (1.15 - ((x - 0.75).hypot((y - 0.45) * 0.8)) * 1.25).clamp(0.1, 1.0);
        mix(dark, bright, fold * 0.75 + 0.1).map(|part| part * lit)
    });
    let (near, far) = (colour(0x006b_4630), colour(0x003a_2418));
    canvas.paint(|x, y, under| {
        if y < 0.74 {
            return under;
        }
        let plank = (((x - 0.75) / (y - 0.3)) * 22.0).fract().abs();
        let wood = mix(far, near, (y - 0.74) / 0.26);
        if plank < 0.06 { wood.map(|part| part * 0.7) } else { wood }
    });
    for (x, y) in [(0.75, 0.84), (0.68, 0.85), (0.82, 0.85)] {
        canvas.glow((x, y), 0.34, 0.28, colour(0x00ff_d9a0));
    }
    let steel = colour(0x0015_1214);
    canvas.paint(|x, y, under| {
        let stand = (x - 0.75).abs() < 0.0045 && (0.42..0.86).contains(&y);
        let foot = (x - 0.75).abs() < 0.055 && (y - 0.86).abs() < 0.007;
        if stand || foot { steel } else { under }
    });
    canvas.disc((0.75, 0.405), 0.024, 0.15, steel);
    canvas.disc((0.745, 0.398), 0.009, 0.7, colour(0x0077_7274));
    specks(canvas, 18, colour(0x00ff_d9a0));
}

fn specks(canvas: &mut Canvas, count: u16, light: Colour) {
    for place in 0..count {
        let at = (chance(place + 11) * 1.5, chance(place + 70) * 0.75);
        let size = chance(place + 30).mul_add(0.03, 0.008);
        canvas.glow(at, size, 0.4 * chance(place + 5), light);
    }
}
