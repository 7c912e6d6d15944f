;; Sums of the rows of a linear model (see linear-model.ts, which lays out the memory). A row has a weight of eight bits for
;; each class of some blocks of sixteen classes; the sums have sixteen bits. Blocks are added sixteen weights at a time.
;;
;;    0  the features' keys, 256 at most
;; 1024  the sums, 32 bytes a block
;; 2048  the table of keys: pairs (key, place), place = offset of the row in units of 16 bytes << 8 | set of its blocks
(module
  (memory (export "memory") 1)

  ;; Adds up the rows of the first `count` keys. `shift`: key >>> shift is a key's first pair. `rows`: where the rows begin.
  (func (export "sum") (param $count i32) (param $shift i32) (param $rows i32) (param $blocks i32)
    (local $key i32) (local $next i32) (local $end i32) (local $pair i32) (local $found i32) (local $place i32)
    (local $row i32) (local $sums i32) (local $weights v128)

    (memory.fill (i32.const 1024) (i32.const 0) (i32.shl (local.get $blocks) (i32.const 5)))
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (block $done
      (loop $features
        (br_if $done (i32.ge_u (local.get $next) (local.get $end)))
        (local.set $key (i32.load (local.get $next)))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))
        (local.set $pair (i32.shl (i32.shr_u (local.get $key) (local.get $shift)) (i32.const 3)))

        (block $known
          (loop $probe
            (local.set $found (i32.load offset=2048 (local.get $pair)))
            (br_if $known (i32.eq (local.get $found) (local.get $key)))
            (br_if $features (i32.eqz (local.get $found)))
            (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
            (br $probe)))

        (local.set $place (i32.load offset=2052 (local.get $pair)))
        (local.set $row (i32.add (local.get $rows) (i32.shl (i32.shr_u (local.get $place) (i32.const 8)) (i32.const 4))))
        (local.set $place (i32.and (local.get $place) (i32.const 255)))
        (loop $row
          (local.set $sums (i32.shl (i32.ctz (local.get $place)) (i32.const 5)))
          (local.set $weights (v128.load (local.get $row)))
          (v128.store offset=1024 (local.get $sums)
            (i16x8.add (v128.load offset=1024 (local.get $sums)) (i16x8.extend_low_i8x16_s (local.get $weights))))
          (v128.store offset=1040 (local.get $sums)
            (i16x8.add (v128.load offset=1040 (local.get $sums)) (i16x8.extend_high_i8x16_s (local.get $weights))))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (local.set $place (i32.and (local.get $place) (i32.sub (local.get $place) (i32.const 1))))
          (br_if $row (local.get $place)))
        (br $features)))))
